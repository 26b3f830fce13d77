// Loads Microsoft's chat client, once, when it is first needed: most of the page's weight, which the shop itself does not wait for.

let loading;
let failures = 0;

/** @returns {Promise<typeof import('../../ChatClient/chat-client.js')>} */
export function loadClient() {
  loading ??= import(address()).catch(error => {
    loading = undefined;
    failures += 1;
    throw error;
  });
  return loading;
}

/** A browser remembers that a module could not be loaded: trying again takes another address. */
const address = () => failures === 0 ? './lib/chat-client.js' : `./lib/chat-client.js?again=${failures}`;
