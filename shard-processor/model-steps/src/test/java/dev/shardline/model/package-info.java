@NullMarked
package dev.shardline.model;

import org.jspecify.annotations.NullMarked;
