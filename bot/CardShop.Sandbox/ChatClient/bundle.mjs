// Bundles the chat client into one file that the page imports: `node bundle.mjs FILE`.

import { build } from 'esbuild';
import { join, resolve } from 'node:path';

const spoken = ['en-US', 'zh-CN'];

const here = import.meta.dirname;
const api = join(here, 'node_modules/botframework-webchat-api/src');
const sources = {
  'botframework-webchat-api': 'index.ts',
  'botframework-webchat-api/decorator': 'decorator/index.ts',
  'botframework-webchat-api/internal': 'internal.ts',
};

/** Its built file holds every language in one piece. From its sources, what nobody here speaks can be left out. */
const onlySpokenLanguages = {
  name: 'only-spoken-languages',
  setup(bundling) {
    bundling.onResolve({ filter: /^botframework-webchat-api(\/|$)/ }, ({ path }) => ({ path: join(api, sources[path]) }));
    bundling.onResolve({ filter: /\/PrecompiledGlobalize$/ }, () => ({ path: join(here, 'intl-globalize.js') }));
    bundling.onLoad({ filter: /\/localization\/[\w-]+\.json$/ }, ({ path }) =>
      [...spoken, 'overrides'].some(name => path.endsWith(`/${name}.json`)) ? null : { contents: '{}', loader: 'json' });
  },
};

/** The other protocol of the connector, which it would bring along though nobody calls it. */
const withoutStreaming = {
  name: 'without-streaming',
  setup(bundling) {
    bundling.onResolve({ filter: /\/directLineStreaming$/ }, ({ path }) => ({ path, namespace: 'nothing' }));
    bundling.onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: '' }));
  },
};

await build({
  entryPoints: [join(here, 'chat-client.js')],
  outfile: resolve(process.argv[2]),
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  loader: { '.js': 'jsx' },
  legalComments: 'linked',
  logLevel: 'warning',
  define: { 'process.env': '{}', 'process.env.NODE_ENV': '"production"' },
  // Made by a script at its installation, and scripts do not run here; it repackages p-defer.
  alias: { 'p-defer-es5': 'p-defer' },
  plugins: [onlySpokenLanguages, withoutStreaming],
});
