import { byId, setText } from './dom.js';
import { forgetToken, heldToken, holdToken } from './token.js';

const REFUSED = 'The service does not take this token. It may have expired, or it is meant for something else.';
const NO_TOKEN = 'This is no token: a token is one long word.';

export function onToken(load) {
  byId('login-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const field = byId('token');
    if (!holdToken(field.value)) {
      complain(NO_TOKEN);
      return;
    }
    field.value = '';
    complain('');
    load();
  });
  byId('forget-token').addEventListener('click', () => {
    forgetToken();
    load();
  });
}

export function showLogin() {
  complain(heldToken() ? REFUSED : '');
  forgetToken();
  byId('login').hidden = false;
  markLogin();
  byId('token').focus();
}

export function hideLogin() {
  byId('login').hidden = true;
  markLogin();
}

/** A link carries no token, so it leads nowhere for those who have one. */
function markLogin() {
  const isHeld = heldToken() !== null;
  byId('forget-token').hidden = !isHeld;
  byId('json').hidden = isHeld || !byId('login').hidden;
}

function complain(text) {
  setText('login-problem', text);
  byId('login-problem').hidden = text === '';
}
