const NAME = 'ai-usage-token';
const FORM = /^[\w.~+/-]+=*$/;

// The tab's own storage: no other tab, no later visit and no request but ours sees it. Where it is shut, this page remembers.
let remembered = null;

export function heldToken() {
  try {
    return sessionStorage.getItem(NAME) ?? remembered;
  } catch {
    return remembered;
  }
}

/** False for a text that can't be a token. */
export function holdToken(pasted) {
  const token = pasted.trim().replace(/^(authorization: *)?bearer +/i, '');
  if (!FORM.test(token)) return false;
  remembered = token;
  try {
    sessionStorage.setItem(NAME, token);
  } catch {
    // Until the page is left, then.
  }
  return true;
}

export function forgetToken() {
  remembered = null;
  try {
    sessionStorage.removeItem(NAME);
  } catch {
    // Nothing was kept there.
  }
}
