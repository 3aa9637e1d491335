/// What an execution will cost, from prices that the user gives: the service's own are not known
/// offline and differ between regions and contracts.
@NullMarked
package dev.shardline.pipeline.cost;

import org.jspecify.annotations.NullMarked;
