import { Grid } from 'antd';

export function usePhone(): boolean {
  const screens = Grid.useBreakpoint();
  return screens.md === false;
}
