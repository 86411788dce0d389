async function call(method, path, body) {
  const response = await fetch(`/control/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = text === "" ? {} : JSON.parse(text);
  return { ok: response.ok, status: response.status, body: answer };
}

async function must(method, path, body) {
  const answer = await call(method, path, body);
  if (!answer.ok)
    throw new Error(answer.body?.error?.message ?? `${method} ${path} gav ${answer.status}`);
  return answer.body;
}

export const api = {
  world: () => must("GET", "world"),
  behaviours: () => must("GET", "behaviours"),
  conversations: () => must("GET", "conversations"),
  messages: (id, person) =>
    must(
      "GET",
      `conversations/${encodeURIComponent(id)}/messages?person=${encodeURIComponent(person)}`,
    ),
  act: (act) => must("POST", "act", act),
  roster: (change) => must("POST", "roster", change),
  install: (change) => must("POST", "install", change),
  /** The bot's clock, or undefined when it has none. */
  clock: async () => (await must("GET", "now")).now,
  moveClock: (now) => must("PUT", "clock", { now }),
};
