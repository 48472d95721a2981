import { Shape } from "@/components/ui/shape";

/** "Plus", by itself: what a page loads first holds no other icon. */
export const PlusIcon = () => <Shape path="M12 5v14m-7-7h14" />;
