import { sessionEndpoints } from '@jifen/contracts';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider, App as Messages } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useState } from 'react';
import { BrowserRouter } from 'react-router';
import { Refused } from './api/client.ts';
import { nonce } from './nonce.ts';
import { Broken } from './parts/broken.tsx';
import { usePhone } from './parts/use-phone.ts';
import { Screens } from './screens/screens.tsx';
import { themeFor } from './theme.ts';

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
