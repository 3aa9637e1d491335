@NullMarked
package dev.shardline.image.fingerprint;

import org.jspecify.annotations.NullMarked;
