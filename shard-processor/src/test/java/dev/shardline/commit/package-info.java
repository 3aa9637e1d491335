@NullMarked
package dev.shardline.commit;

import org.jspecify.annotations.NullMarked;
