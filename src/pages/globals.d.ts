// The build takes these in as text and as part of the page's style sheet.
declare module '*.svg' {
	const text: string;
	// oxlint-disable-next-line import/no-default-export -- as the build has it
	export default text;
}
declare module '*.css';
