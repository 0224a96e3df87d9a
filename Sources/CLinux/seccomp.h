// Refuses, for the rest of the calling process's life, every system call that parsing from memory has no use for.
int clinux_refuse_calls(void);
