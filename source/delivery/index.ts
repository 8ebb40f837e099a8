export type { DeployConfig, TargetConfig } from './config-schema';
export { DeliveryError, type DeliveryProgress } from './deliver';
export { deliverBuild } from './deliver-build';
export { findProjectConfig, projectConfigName, readDeployConfig } from './deploy-config';
export { formatDeliveryPlan, type DeliveryPlan } from './plan';
export { runDelivery, type DeliveryRequest, type DeliveryResult } from './run-delivery';
export { describeTransfer, startMeter, type TransferMeter } from './transfer-meter';
export { summarizeDelivery } from './summary';
