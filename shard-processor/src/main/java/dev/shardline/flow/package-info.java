/// The way of samples from the store to the cores: fetched on threads that wait cheaply, let in by
/// what their headers say they need, within one memory budget and in one order. What is done with a
/// sample there is up to the caller: a worker makes records, a fit pass learns.
@NullMarked
package dev.shardline.flow;

import org.jspecify.annotations.NullMarked;
