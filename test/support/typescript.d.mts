export declare function translateProduct(): void;
