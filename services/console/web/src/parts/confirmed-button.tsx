import { Button, type ButtonProps, Modal } from 'antd';
import { useState } from 'react';

type ConfirmedButtonProps = Omit<ButtonProps, 'onClick'> & { question: string; onConfirm: () => void };

/** A button that asks once more, in the middle of the screen; Enter says yes, Escape no. */
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
      <Modal
        title={children}
        open={asking}
        onOk={confirm}
        onCancel={() => setAsking(false)}
        okButtonProps={{ autoFocus: true }}
        closable={false}
        width={420}
        centered
        destroyOnHidden
      >
        {question}
      </Modal>
    </>
  );
}
