import { Button, type ButtonProps } from 'antd';
import type { MouseEvent } from 'react';
import { useNavigate } from 'react-router';

type LinkButtonProps = Omit<ButtonProps, 'href' | 'onClick'> & { to: string };

/** A link that looks like a button; opened in this page unless asked otherwise. */
export function LinkButton({ to, target, ...rest }: LinkButtonProps & { target?: '_blank' }) {
  const navigate = useNavigate();
  const follow = (event: MouseEvent<HTMLElement>) => {
    if (target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void navigate(to);
  };
  return <Button {...rest} href={to} {...(target ? { target, rel: 'noopener' } : {})} onClick={follow} />;
}
