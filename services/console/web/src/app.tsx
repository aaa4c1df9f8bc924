import { sessionEndpoints } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Button, ConfigProvider, App as Messages, Result, type ThemeConfig } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { Component, type ReactNode, useState } from 'react';
import { BrowserRouter } from 'react-router';
import { Refused } from './api/client.ts';
import { nonce } from './nonce.ts';
import { usePhone } from './parts/use-phone.ts';
import { Screens } from './screens/screens.tsx';

/** Refusals are answers and are not asked for again; only an outage is. */
const worthRetrying = (failures: number, error: Error) => error instanceof Refused && error.status >= 502 && failures < 2;

const { me } = sessionEndpoints;

function createQueries(): QueryClient {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        const signedOut = error instanceof Refused && error.code === 'not-signed-in';
        if (signedOut && query.queryKey[0] !== me.path) void queries.invalidateQueries({ queryKey: [me.path] });
      },
    }),
    defaultOptions: { queries: { retry: worthRetrying, staleTime: 5000 } },
  });
  return queries;
}

/** The first field that is wrong comes into sight and has the focus. */
const forms = { requiredMark: false, scrollToFirstError: { block: 'center', focus: true } } as const;

export function App() {
  const [queries] = useState(createQueries);
  const phone = usePhone();
  return (
    <ConfigProvider locale={zhCN} theme={themeFor(phone)} csp={{ nonce }} button={{ autoInsertSpace: false }} form={forms}>
      <Messages>
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <Broken>
              <Screens />
            </Broken>
          </BrowserRouter>
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  );
}

const font = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif";

/**
 * Calm and dense: red for what is to be done, grey for the rest. On phones every control is at least 44 px high. Nothing moves: what is
 * still opening on a slow machine is not yet where it will be.
 */
function themeFor(phone: boolean): ThemeConfig {
  return {
    token: {
      motion: false,
      colorPrimary: '#c8102e',
      colorInfo: '#3a5a80',
      colorLink: '#a30d25',
      colorLinkHover: '#c8102e',
      colorSuccess: '#1c6238',
      colorWarning: '#7d4b00',
      colorError: '#b3261e',
      colorInfoBg: '#eef3f8',
      colorInfoBorder: '#c5d3e2',
      colorSuccessBg: '#e8f4ec',
      colorSuccessBorder: '#b5d8c2',
      colorWarningBg: '#fdf4e3',
      colorWarningBorder: '#ecd5a5',
      colorErrorBg: '#fbeaec',
      colorErrorBorder: '#eebcc2',
      colorText: '#1f2328',
      colorTextSecondary: '#57606a',
      colorTextDescription: '#57606a',
      colorTextPlaceholder: '#6e7781',
      colorBorder: '#c9ced4',
      colorBorderSecondary: '#e3e6ea',
      colorBgLayout: '#f5f6f8',
      borderRadius: 4,
      fontFamily: font,
      fontSize: phone ? 16 : 14,
      controlHeight: phone ? 44 : 32,
      controlHeightSM: phone ? 44 : 26,
    },
    components: {
      Table: { headerBg: '#f3f4f6', cellPaddingBlockSM: 6, cellPaddingInlineSM: 8, headerSplitColor: 'transparent' },
      Form: { itemMarginBottom: 0, labelColor: '#57606a', verticalLabelPadding: '0 0 4px' },
      Card: { headerHeight: 44, bodyPadding: phone ? 16 : 20 },
      Layout: { siderBg: '#ffffff', headerBg: '#ffffff', headerHeight: 52, headerPadding: '0 20px', bodyBg: '#f5f6f8' },
      Menu: { itemSelectedBg: '#fbeaec', itemSelectedColor: '#a30d25', itemHeight: 40 },
    },
  };
}

type BrokenState = { failed: boolean };

/** A page that cannot be drawn says so instead of staying white. */
class Broken extends Component<{ children: ReactNode }, BrokenState> {
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
