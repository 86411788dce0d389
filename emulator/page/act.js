import { api } from "./api.js";
import { session } from "./session.js";
import { toast } from "./toast.js";

/** Sends the act; a fault of the emulator itself is told and gives undefined. */
export async function act(kind, action, where) {
  try {
    return await api.act({
      person: session.person,
      kind,
      conversation: where.conversation,
      activityId: where.activityId,
      action: { data: action.data ?? {}, ...(action.verb ? { verb: action.verb } : {}) },
    });
  } catch (error) {
    toast(`Emulatorn kunde inte skicka: ${error.message}`, { isFault: true });
    return undefined;
  }
}
