import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError } from "../api/client";
import { login } from "../api/login";
import { useTitle } from "./title";

/** Asks who is there. What was asked for is shown afterwards: its address stays. */
export function Login() {
  const [user, setUser] = useState("");
  const [password, setPassword] = useState("");
  const [failed, setFailed] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useTitle("Log in");
  useEffect(() => first.current?.focus(), []);
  const send = (event: Event) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    login(user, password).catch((error: unknown) => {
      setSending(false);
      setPassword("");
      setFailed(error instanceof ApiError ? error.message : String(error));
    });
  };
  return (
    <div class="view narrow">
      <header class="masthead">
        <h1>Log in</h1>
        <p class="dek">This server shows its cases to those who have a password.</p>
      </header>
      <form class="login" onSubmit={send}>
        <label class="labelled">
          Name
          <input
            ref={first}
            class="input"
            name="user"
            autocomplete="username"
            required
            maxLength={80}
            value={user}
            onInput={(event) => setUser(event.currentTarget.value)}
          />
        </label>
        <label class="labelled">
          Password
          <input
            class="input"
            type="password"
            name="password"
            autocomplete="current-password"
            required
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button primary" disabled={sending}>
          Log in
        </button>
        {failed !== null && (
          <p role="alert" class="sentence">
            {failed}
          </p>
        )}
      </form>
    </div>
  );
}
