import { render } from "preact";
import { App } from "./app/App";
import { follow } from "./app/navigation";
import "./style/index.css";
import "./app/shell.css";

follow();
const root = document.getElementById("app");
if (root !== null) render(<App />, root);
