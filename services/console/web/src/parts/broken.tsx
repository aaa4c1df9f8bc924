import { words } from '@jifen/wording';
import { Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';

type BrokenState = { failed: boolean };

/** A page that cannot be drawn says so instead of staying white. */
export class Broken extends Component<{ children: ReactNode }, BrokenState> {
  override state: BrokenState = { failed: false };

  static getDerivedStateFromError(): BrokenState {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Result
        status="warning"
        title={words.shell.brokenTitle}
        subTitle={words.shell.brokenHint}
        extra={<Button onClick={() => window.location.reload()}>{words.shell.refresh}</Button>}
      />
    );
  }
}
