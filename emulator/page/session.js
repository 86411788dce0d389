const parameters = new URLSearchParams(location.search);

/** Who looks at what. The address holds it, so that a reload or a second window can be another person. */
export const session = {
  person: parameters.get("person") ?? "",
  conversation: parameters.get("conversation") ?? "",
  fallback: parameters.get("fallback") === "1",
  get theme() {
    return document.documentElement.dataset.theme;
  },
};

export function setSession(change) {
  Object.assign(session, change);
  const next = new URLSearchParams();
  if (session.person) next.set("person", session.person);
  if (session.conversation) next.set("conversation", session.conversation);
  if (session.fallback) next.set("fallback", "1");
  history.replaceState(null, "", `?${next}`);
}

export function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  localStorage.setItem("emulator.theme", theme);
}

const seenKey = (person, conversation) => `emulator.seen/${person}/${conversation}`;

/** Marks what a person has now seen in a conversation. */
export function markSeen(person, conversation) {
  localStorage.setItem(seenKey(person, conversation.id), conversation.lastId);
}

/** Whether a conversation holds a message this person has not had before them. */
export function isUnread(person, conversation) {
  if (!conversation || conversation.lastId === "") return false;
  return (
    Number(localStorage.getItem(seenKey(person, conversation.id)) ?? 0) <
    Number(conversation.lastId)
  );
}
