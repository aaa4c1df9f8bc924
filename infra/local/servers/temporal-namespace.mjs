import { Connection } from '@temporalio/client';

const RETENTION_DAYS = 400;
const ALREADY_EXISTS = 6;

/** Registers the project's namespace and waits until it can be used: it becomes visible some seconds later. */
async function ensureNamespace({ address, namespace }) {
  const connection = await Connection.connect({ address, connectTimeout: '20s' });
  try {
    await register(connection, namespace);
    await untilVisible(connection, namespace);
  } finally {
    await connection.close();
  }
}

async function register(connection, namespace) {
  const retention = { seconds: RETENTION_DAYS * 24 * 3600 };
  try {
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: retention });
  } catch (error) {
    if (error.code !== ALREADY_EXISTS) throw error;
  }
}

async function untilVisible(connection, namespace) {
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      await connection.workflowService.listWorkflowExecutions({ namespace, pageSize: 1 });
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

await ensureNamespace({ address: process.env.TEMPORAL_ADDRESS, namespace: process.env.TEMPORAL_NAMESPACE });
