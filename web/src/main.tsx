import { render } from "preact";
import { App } from "./app/App";
import { address, follow, match } from "./app/navigation";
import { VIEWS } from "./app/views";
import "./style/index.css";
import "./app/shell.css";

follow();
// The view's own file is on its way while the case is still asked for.
const route = match(address.value.path);
if (route !== null) void VIEWS[route.view].load().catch(() => undefined);
const root = document.getElementById("app");
if (root !== null) render(<App />, root);
