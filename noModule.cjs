// What `import 'star-stories'` and `require('star-stories')` find.
throw new Error(
	'star-stories is a program and an extension for VS Code, and has nothing to import: run `npx star-stories check`. ' +
		'The types of the extension’s API are in `star-stories/api`.',
);
