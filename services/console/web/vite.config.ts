import legacy from '@vitejs/plugin-legacy';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import browsers from './browsers.json' with { type: 'json' };

export default defineConfig({
  plugins: [silentIcons(), react(), legacy({ renderLegacyChunks: false, modernTargets: browsers, modernPolyfills: true })],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: { chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});

const iconComponent = /@ant-design\/icons\/es\/components\/AntdIcon(Light)?\.js$/;
const englishName = '"aria-label": icon.name';

/** Icons stand beside words; the component library would have each read aloud by its English name. */
function silentIcons(): Plugin {
  return {
    name: 'silent-icons',
    enforce: 'pre',
    transform(code, id) {
      if (!iconComponent.test(id.split('?')[0] ?? '')) return null;
      if (!code.includes(englishName)) throw new Error('the icons no longer carry their names where we take them off');
      return { code: code.replace(englishName, '"aria-hidden": true'), map: null };
    },
  };
}
