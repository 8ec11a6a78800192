import { useSyncExternalStore } from "react";
import { client } from "@/api/client.gen";

// A session that ends while somebody works: requests that the server turned away wait until the same
// person has signed in again, and are then carried out, so that nothing typed is lost.

type Waiting = { goOn: () => void; giveUp: () => void };

let waiting: readonly Waiting[] = [];
let watchers = 0;
const readers = new Set<() => void>();

function set(next: readonly Waiting[]) {
  waiting = next;
  for (const tell of readers) tell();
}

/** Makes every request of the app wait for a new session instead of failing; called once. */
export function outliveSessions() {
  client.setConfig({ fetch: patiently });
}

/** Whether requests wait for somebody to sign in again. */
export function isSessionOver(): boolean {
  return waiting.length > 0;
}

/** The same, for what is on the screen. */
export function useIsSessionOver(): boolean {
  return useSyncExternalStore((tell) => {
    readers.add(tell);
    return () => readers.delete(tell);
  }, isSessionOver);
}

/** Says that somebody is there to ask; without, requests fail at once as they do for strangers. */
export function watchSessions(): () => void {
  watchers += 1;
  return () => {
    watchers -= 1;
  };
}

/** Carries out what waited: the same person has signed in again. */
export function goOn() {
  const all = waiting;
  set([]);
  for (const one of all) one.goOn();
}

/** Lets fail what waited: the person leaves. */
export function giveUp() {
  const all = waiting;
  set([]);
  for (const one of all) one.giveUp();
}

const patiently: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const again = request.clone();
  const response = await fetch(request);
  if (response.status !== 401 || watchers === 0 || isAboutSigningIn(request)) return response;
  return (await signedInAgain(request.signal)) ? patiently(again) : response;
};

function isAboutSigningIn(request: Request): boolean {
  return new URL(request.url).pathname.startsWith("/api/v1/auth/");
}

function signedInAgain(signal: AbortSignal): Promise<boolean> {
  return new Promise((settle) => {
    const one: Waiting = { goOn: () => settle(true), giveUp: () => settle(false) };
    signal.addEventListener("abort", () => {
      set(waiting.filter((other) => other !== one));
      settle(false);
    });
    set([...waiting, one]);
  });
}
