/** Who is there: logging in to a server that asks for it, and out again. */

import { changed } from "./changes";
import { loginNeeded, post, renew } from "./client";
import type { Session } from "./shapes";

/** Log in; throws ApiError with the server's sentence when name or password is wrong. */
export async function login(user: string, password: string): Promise<void> {
  await post<Session>("/api/login", { user, password });
  renew();
  loginNeeded.value = false;
  changed();
}

/** Log out; the next thing that is asked for needs a login again. */
export async function logout(): Promise<void> {
  await post<Session>("/api/logout", {});
  renew();
  loginNeeded.value = true;
  changed();
}
