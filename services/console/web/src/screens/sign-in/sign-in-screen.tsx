import type { SessionRequest } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Button, Card, Form, Input } from 'antd';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useSignIn } from '../../api/commands.ts';
import { useProfile } from '../../api/queries.ts';
import { RefusalAlert } from '../../parts/outcome.tsx';

export function SignInScreen() {
  const profile = useProfile();
  useEffect(() => {
    document.title = `${words.signIn.title} ${words.shell.productFull}`;
  }, []);
  return (
    <div className="sign-in">
      {profile.data?.profile === 'demo' ? (
        <section className="demo" aria-label={words.shell.demoLabel}>
          {words.shell.demoNotice}
        </section>
      ) : null}
      <main>
        <Card className="sign-in-card">
          <h1 className="brand" style={{ fontSize: 24, margin: '0 0 20px' }}>
            <img src="/icon.svg" alt="" width={34} height={34} />
            {words.shell.productFull}
          </h1>
          <SignInForm />
          <p className="muted">{words.signIn.hint}</p>
        </Card>
      </main>
    </div>
  );
}

function SignInForm() {
  const navigate = useNavigate();
  const signIn = useSignIn();
  const submit = (request: SessionRequest) => signIn.mutate(request, { onSuccess: () => navigate('/', { replace: true }) });
  return (
    <Form<SessionRequest> layout="vertical" onFinish={submit} size="large">
      <div className="stack">
        <Form.Item name="signInName" label={words.signIn.name} rules={[{ required: true, message: words.signIn.nameMissing }]}>
          <Input autoComplete="username" autoCapitalize="none" maxLength={64} autoFocus />
        </Form.Item>
        <Form.Item name="password" label={words.signIn.password} rules={[{ required: true, message: words.signIn.passwordMissing }]}>
          <Input.Password autoComplete="current-password" maxLength={128} />
        </Form.Item>
        {signIn.error ? <RefusalAlert refused={signIn.error} /> : null}
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {words.signIn.submit}
        </Button>
        <span />
      </div>
    </Form>
  );
}
