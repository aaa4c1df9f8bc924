import { words } from '@jifen/wording';
import { Button, type ButtonProps, Modal } from 'antd';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';

type DialogButtonProps = Omit<ButtonProps, 'onClick'> & { dialog: (close: () => void) => ReactNode };

/** A button and what it opens. */
export function DialogButton({ dialog, ...button }: DialogButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)} />
      {open ? dialog(() => setOpen(false)) : null}
    </>
  );
}

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

/** Prints the page as it is. */
export const PrintButton = (button: Pick<ButtonProps, 'type' | 'className'>) => (
  <Button {...button} onClick={() => window.print()}>
    {words.shell.print}
  </Button>
);

type ConfirmedButtonProps = Omit<ButtonProps, 'onClick'> & { question: string; onConfirm: () => void };

/** A button that asks once more. */
export function ConfirmedButton({ question, onConfirm, children, ...button }: ConfirmedButtonProps) {
  const [asking, setAsking] = useState(false);
  const confirm = () => {
    setAsking(false);
    onConfirm();
  };
  return (
    <>
      <Button {...button} onClick={() => setAsking(true)}>
        {children}
      </Button>
      <Question title={children} question={question} open={asking} onYes={confirm} onNo={() => setAsking(false)} />
    </>
  );
}

type QuestionProps = { title: React.ReactNode; question: string; open: boolean; onYes: () => void; onNo: () => void };

/** Asked once more, in the middle of the screen; Enter says yes, Escape no. */
export function Question({ title, question, open, onYes, onNo }: QuestionProps) {
  return (
    <Modal
      title={title}
      open={open}
      onOk={onYes}
      onCancel={onNo}
      okButtonProps={{ autoFocus: true }}
      closable={false}
      width={420}
      centered
      destroyOnHidden
    >
      {question}
    </Modal>
  );
}
