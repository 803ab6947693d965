await import('./build.ts');
await import('./preview.ts');

export {};
