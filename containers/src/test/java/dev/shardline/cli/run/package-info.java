@NullMarked
package dev.shardline.cli.run;

import org.jspecify.annotations.NullMarked;
