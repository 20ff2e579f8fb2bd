import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";

// `npm run dev` talks to a `tripoint serve` on its usual port; the built app is served by it.
const SERVER = process.env["TRIPOINT_SERVER"] ?? "http://127.0.0.1:8321";

export default defineConfig({
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  build: {
    outDir: "../src/tripoint/api/app",
    emptyOutDir: true,
    target: "es2022",
    // Everything is a file of its own: the content security policy allows no data: scripts or styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  server: { port: 5173, strictPort: true, proxy: { "/api": { target: SERVER, changeOrigin: true } } },
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"], passWithNoTests: false },
});
