/// The program as its user starts it: whole processes, real files, real signals.
@NullMarked
package dev.shardline.program;

import org.jspecify.annotations.NullMarked;
