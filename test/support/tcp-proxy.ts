import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

type Pair = { readonly client: Socket; readonly server: Socket; frozen: boolean };

/** Stands between a program and a server on this machine, and can let them down in ways a network does. */
export async function openProxy(port: number) {
  const pairs = new Set<Pair>();
  let cutAfter: { readonly words: string; readonly port: number } | undefined;
  let cuts = 0;
  let leader = port;

  const proxy = createServer((client) => {
    const server = connect(leader, "127.0.0.1");
    const pair: Pair = { client, server, frozen: false };
    pairs.add(pair);
    let cutting = false;
    const end = () => {
      pairs.delete(pair);
      // Nobody tells the other side of a connection that hangs in the air.
      if (pair.frozen) return;
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) socket.on("error", () => undefined).on("close", end);
    client.on("data", (chunk) => {
      if (pair.frozen) return;
      if (cutAfter && server.localPort === cutAfter.port)
        cutting ||= chunk.includes(cutAfter.words);
      server.write(chunk);
    });
    server.on("data", (chunk) => {
      if (pair.frozen) return;
      if (!cutting) {
        client.write(chunk);
        return;
      }
      // It has been done, and nobody hears of it.
      cuts += 1;
      cutAfter = undefined;
      end();
    });
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");

  return {
    port: (proxy.address() as AddressInfo).port,
    /** When these words are sent on the connection the server knows by that port, it gets them and its answer is lost with the connection. */
    loseAnswerTo(words: string, port: number): void {
      cutAfter = { words, port };
    },
    /** How many answers were lost so. */
    cuts: () => cuts,
    /** New connections lead to another server from now on. */
    leadTo(other: number): void {
      leader = other;
    },
    /** Connections there are now stay open and carry nothing any more; new ones are not concerned. */
    freeze(): number {
      for (const pair of pairs) pair.frozen = true;
      return pairs.size;
    },
    async close(): Promise<void> {
      for (const { client, server } of pairs) {
        client.destroy();
        server.destroy();
      }
      proxy.close();
      await once(proxy, "close");
    },
  };
}
