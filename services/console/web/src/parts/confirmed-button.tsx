import { Button, type ButtonProps } from 'antd';
import { useState } from 'react';
import { Question } from './form/question.tsx';

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
