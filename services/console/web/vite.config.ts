import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { silentIcons } from './silent-icons.ts';

export default defineConfig({
  plugins: [silentIcons(), react()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: { target: 'es2022', chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
