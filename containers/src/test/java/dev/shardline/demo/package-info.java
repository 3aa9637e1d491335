@NullMarked
package dev.shardline.demo;

import org.jspecify.annotations.NullMarked;
