// Calls to this page's own server, and the events it streams.

/** The stand-in said no; the message is its own. */
export class Refused extends Error {}

async function call(method, path, body) {
  const headers = body === undefined ? {} : { "content-type": "application/json" };
  const response = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  const text = await response.text();
  let answer = null;
  try {
    answer = text ? JSON.parse(text) : null;
  } catch {
    answer = { error: text };
  }
  if (!response.ok) throw new Refused(answer?.error ?? `${response.status} ${response.statusText}`);
  return answer;
}

export const get = (path) => call("GET", path);
export const post = (path, body = {}) => call("POST", path, body);
export const remove = (path) => call("DELETE", path);

/** Calls `listener` with each event of a stream; `resumed` after every break, since events were missed then. */
export function follow(path, listener, resumed) {
  const source = new EventSource(path);
  let broken = false;
  source.onopen = () => {
    if (broken) resumed();
    broken = false;
  };
  source.onerror = () => {
    broken = true;
  };
  source.onmessage = ({ data }) => {
    try {
      listener(JSON.parse(data));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  };
  return source;
}

/** A trigger that runs `work` soon, never twice at once, and once more if triggered meanwhile. */
export function coalesced(work, pauseMs = 40) {
  let wanted = false;
  let running = null;
  async function loop() {
    while (wanted) {
      await new Promise((done) => setTimeout(done, pauseMs));
      wanted = false;
      await work();
    }
    running = null;
  }
  return () => {
    wanted = true;
    running ??= loop();
    return running;
  };
}
