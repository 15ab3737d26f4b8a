// Packages that bring no types of their own.
declare module 'js-yaml';
declare module 'remark-heading-id';
