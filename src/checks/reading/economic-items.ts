/** Items (款) of the department classification by economic item, in half-width notation, as the national list names them. */
const names = `
基本工资 津贴补贴 奖金 伙食补助费 绩效工资 机关事业单位基本养老保险缴费 职业年金缴费 职工基本医疗保险缴费 公务员医疗补助缴费 其他社会保障缴费 住房公积金 医疗费 其他工资福利支出
办公费 印刷费 咨询费 手续费 水费 电费 邮电费 取暖费 物业管理费 差旅费 因公出国(境)费用 维修(护)费 租赁费 会议费 培训费 公务接待费 专用材料费 被装购置费 专用燃料费 劳务费 委托业务费 工会经费 福利费 公务用车运行维护费 其他交通费用 税金及附加费用 其他商品和服务支出
离休费 退休费 退职(役)费 抚恤金 生活补助 救济费 医疗费补助 助学金 奖励金 个人农业生产补贴 代缴社会保险费 其他对个人和家庭的补助
房屋建筑物购建 办公设备购置 专用设备购置 基础设施建设 大型修缮 信息网络及软件购置更新 物资储备 公务用车购置 其他交通工具购置 文物和陈列品购置 无形资产购置 其他资本性支出
`;

export const economicItems: ReadonlySet<string> = new Set(names.trim().split(/\s+/));
