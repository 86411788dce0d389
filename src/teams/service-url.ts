/** True for an address the bot may be called from and send its own token to. */
export type ServiceUrlCheck = (serviceUrl: string) => boolean;

/** What follows the emulated cloud's origin: a region, as Teams' own addresses have one, or nothing. */
const REGION = /^(?:\/(?:[a-z]+\/?)?)?$/;

/**
 * Allows https on a listed host or its sub-hosts, and exactly the emulated cloud's origin, with or without a region, when there is one. Refuses
 * every spelling but the normal form: user info, a port, capitals, a query or an escaped path (reliability.md S8, S10).
 * Stored addresses pass through it again before anything is sent to them.
 */
export function createServiceUrlCheck(
  hosts: readonly string[],
  cloudUrl: string | undefined,
): ServiceUrlCheck {
  return (serviceUrl) => {
    if (cloudUrl !== undefined && serviceUrl.startsWith(cloudUrl))
      return REGION.test(serviceUrl.slice(cloudUrl.length));
    const url = URL.parse(serviceUrl);
    if (url === null || url.protocol !== "https:" || url.port !== "") return false;
    const normal = url.href === serviceUrl || url.href === `${serviceUrl}/`;
    const bare = url.username === "" && url.password === "" && /^[\w./~-]*$/.test(url.pathname);
    if (!normal || !bare || url.search !== "" || url.hash !== "") return false;
    return hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  };
}
