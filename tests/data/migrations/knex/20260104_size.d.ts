export declare const up: () => null;
