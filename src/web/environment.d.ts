/** What the bundler adds to TypeScript's view of the page. */
declare module '*.css';
declare module '*.json?url' {
  const url: string;
  export default url;
}
