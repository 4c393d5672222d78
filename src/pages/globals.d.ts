// The build takes these in as text.
declare module '*.svg' {
	const text: string;
	// oxlint-disable-next-line import/no-default-export -- as the build has it
	export default text;
}
