// Loads Microsoft's chat client, once, when it is first needed: half a megabyte that the shop itself does not wait for.

let loading;

/** @returns {Promise<void>} afterwards `window.WebChat` and `window.React` are there. */
export function loadClient() {
  loading ??= Promise.all([script('chat/lib/webchat-minimal.js'), script('chat/lib/react.production.min.js')]).catch(error => {
    loading = undefined;
    throw error;
  });
  return loading;
}

function script(src) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = src;
    element.addEventListener('load', resolve);
    element.addEventListener('error', () => {
      element.remove();
      reject(new Error(`${src} could not be loaded`));
    });
    document.head.append(element);
  });
}
