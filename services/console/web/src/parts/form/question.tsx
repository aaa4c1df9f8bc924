import { Modal } from 'antd';

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
